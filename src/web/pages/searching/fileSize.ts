const KILO = 1000;

/** A file's size as one says it: "812 bytes", "48 kB", "1.2 MB". */
export function fileSize(bytes: number): string {
  if (bytes < KILO) return `${bytes} bytes`;
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} kB`;
  return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}
