/** The words of the hour, with the name one is called by. */
export function greeting(name: string, now: Date): string {
  const hour = now.getHours();
  const words = hour < 5 ? 'Good evening' : hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening';
  const [first] = name.trim().split(/\s+/);
  return first ? `${words}, ${first}` : words;
}
