import { foldSpace } from '#core/searching/plainText';

/** An element of one record's XML, with its text and elements in reading order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

/** The first child element of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined;
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node;
  return undefined;
}

/** The child elements of that name, in order. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  if (element)
    for (const node of element.children) if (typeof node !== 'string' && node.name === name) found.push(node);
  return found;
}

/** The first element at the end of a path of child names. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let here = element;
  for (const name of path) here = child(here, name);
  return here;
}

function joinText(element: XmlElement): string {
  let text = '';
  for (const node of element.children) text += typeof node === 'string' ? node : joinText(node);
  return text;
}

/** All text inside an element in reading order, markup dropped and white space folded; null when there is none. */
export function textOf(element: XmlElement | undefined): string | null {
  if (!element) return null;
  const only = element.children.length === 1 ? element.children[0] : undefined;
  const text = foldSpace(typeof only === 'string' ? only : joinText(element));
  return text === '' ? null : text;
}

/** The texts of all children of that name, without empty ones. */
export function textsOf(element: XmlElement | undefined, name: string): string[] {
  return childrenOf(element, name).flatMap(found => textOf(found) ?? []);
}
