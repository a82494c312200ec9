/**
 * Sends a file and tells how much has left. `fetch` can't tell that yet, so this is the older way; it gives and throws
 * what `fetch` would.
 */
export function sendFile(
  address: string,
  request: { method: string; headers: Headers; file: Blob; signal: AbortSignal | undefined },
  onSent: (bytes: number) => void,
): Promise<Response> {
  const { signal } = request;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new DOMException('The upload was stopped', 'AbortError'));
    const sending = new XMLHttpRequest();
    sending.open(request.method, address);
    for (const [name, value] of request.headers) sending.setRequestHeader(name, value);
    sending.upload.onprogress = event => onSent(event.loaded);
    sending.onload = () => {
      const type = sending.getResponseHeader('content-type');
      const body = sending.status === 204 ? null : sending.responseText;
      resolve(new Response(body, { status: sending.status, headers: type ? { 'content-type': type } : {} }));
    };
    sending.onerror = () => reject(new TypeError('The upload did not arrive'));
    sending.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
    signal?.addEventListener('abort', () => sending.abort(), { once: true });
    sending.send(request.file);
  });
}
