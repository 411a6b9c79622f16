/** Elements of HTML that have no end tag. */
const voids: ReadonlySet<string> = new Set(['meta', 'br', 'hr', 'img', 'link', 'input']);

const tag = /<(\/?)([a-z!][\w:-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/giu;

/**
 * The first fault in the nesting of a page or drawing, in words: every tag is spelt whole and closed
 * in order, and what stands between tags holds no angle bracket. For tests.
 */
export const faultInMarkup = (text: string): string | undefined => {
  const open: string[] = [];
  let end = 0;
  for (const found of text.matchAll(tag)) {
    const [whole, closing, name = '', , selfClosing] = found;
    if (/[<>]/u.test(text.slice(end, found.index))) return `a bracket before ${whole}`;
    end = found.index + whole.length;
    if (name.startsWith('!') || selfClosing === '/' || voids.has(name)) continue;
    if (closing === '') open.push(name);
    else if (open.pop() !== name) return `${whole} closes nothing`;
  }
  if (/[<>]/u.test(text.slice(end))) return 'a bracket at the end';
  return open.length === 0 ? undefined : `${open.join(', ')} is left open`;
};
