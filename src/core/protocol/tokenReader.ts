import type { Token } from '#core/protocol/tokeniseQuery';

export interface TokenReader {
  readonly peek: (ahead?: number) => Token | undefined;
  readonly take: () => Token | undefined;
}

/** Walks over tokens, one step at a time. */
export function tokenReader(tokens: readonly Token[]): TokenReader {
  let at = 0;
  return {
    peek: (ahead = 0) => tokens[at + ahead],
    take: () => {
      const token = tokens[at];
      if (token) at += 1;
      return token;
    },
  };
}
