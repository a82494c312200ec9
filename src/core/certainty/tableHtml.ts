import type { TextTable } from '#core/certainty/findingsTable';

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `body{font:14px/1.4 Helvetica,Arial,sans-serif;color:#000;margin:32px}table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;font-size:18px;margin-bottom:12px}th,td{text-align:left;vertical-align:top;padding:8px 10px;border-bottom:1px solid #b8b8b8}
thead th{border-bottom:1px solid #000;font-size:12px}tbody tr:last-child td{border-bottom:1px solid #000}p{font-size:12px;margin:6px 0}`;

/** A table as a page of its own: nothing is fetched from anywhere. */
export function tableHtml({ title, head, rows, below }: TextTable): string {
  const cell = (text: string) => safe(text).replaceAll('\n', '<br>');
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${safe(title)}</title><style>${STYLE}</style></head><body>`,
    `<table><caption>${safe(title)}</caption><thead><tr>${head.map(text => `<th scope="col">${cell(text)}</th>`).join('')}</tr></thead><tbody>`,
    ...rows.map(row => `<tr>${row.map(text => `<td>${cell(text)}</td>`).join('')}</tr>`),
    '</tbody></table>',
    ...below.map(text => `<p>${cell(text)}</p>`),
    '</body></html>\n',
  ].join('\n');
}
