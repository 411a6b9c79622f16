/** A list with another item in one place; the very list given, if it is there already. */
export const replaced = <Item>(
  list: readonly Item[],
  index: number,
  item: Item,
): readonly Item[] =>
  list[index] === item ? list : list.map((old, place) => (place === index ? item : old));
