const ELEMENTS = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs clipPath pattern marker linearGradient stop a'.split(
    ' ',
  ),
);

/** A link inside a figure may lead to a place of this page or to the web, never to a script. */
const SAFE_LINK = /^(?:#|\/(?!\/)|https?:)/i;

/**
 * Turns SVG text into elements with all that is not drawing taken out: scripts, styles, foreign objects, event
 * attributes, and addresses that the browser would fetch. Null when the text is no SVG.
 */
export function onlyDrawing(svg: string): SVGSVGElement | null {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (!(root instanceof SVGSVGElement)) return null;
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (!ELEMENTS.has(element.localName)) element.remove();
    else
      for (const attribute of [...element.attributes])
        if (!isDrawing(attribute)) element.removeAttributeNode(attribute);
  }
  // A figure whose numbers are links must not be one picture to a screen reader: it would hide them.
  if (root.querySelector('a')) root.setAttribute('role', 'group');
  return root;
}

function isDrawing({ localName, value }: Attr): boolean {
  if (localName.startsWith('on') || localName === 'style') return false;
  if (localName === 'href') return SAFE_LINK.test(value.trim());
  // url(#clip) points into the figure; any other would be fetched.
  return !/url\(\s*['"]?(?!#|['"]?#)/i.test(value);
}
