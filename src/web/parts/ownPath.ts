/** Where to go after signing in. Only a path of ours: an address slipped into the link must not lead away. */
export function ownPath(back: string | undefined): string {
  return back?.startsWith('/') && !back.startsWith('//') && !back.startsWith('/\\') ? back : '/home';
}
