/** Reports as options of a field. */
export function reportOptions(reports: readonly { readonly recordId: string; readonly title: string }[]) {
  return reports.map(({ recordId, title }) => ({ value: recordId, label: title }));
}
