/** A length of time that nobody should take for exact: "about 20 s", "about 15 min", "about 1 h 50 min". */
export function duration(seconds: number): string {
  if (seconds < 60) return `about ${Math.max(5, Math.round(seconds / 5) * 5)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${minutes} min`;
  // Over an hour, to the next ten minutes: more would be a promise.
  const tens = Math.round(minutes / 10) * 10;
  const rest = tens % 60;
  return rest === 0 ? `about ${tens / 60} h` : `about ${Math.floor(tens / 60)} h ${rest} min`;
}
