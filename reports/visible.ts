/**
 * Characters that a reader cannot see or that change how others are read: controls (but for the line
 * feed), marks of direction, lone surrogates.
 */
const hidden = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A text in which every character can be seen: `\u{202e}` stands for a mark of direction. */
export const visible = (text: string): string =>
  text.replace(hidden, (character) =>
    character === '\n' ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );

/** At most so many characters, the last an ellipsis where some are left out. */
export const shortened = (text: string, most: number): string => {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};
