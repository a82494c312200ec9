/** What a subcommand of `pooled` gets: arguments after its name, and where to read and print. */
export interface CommandIo {
  readonly stdin: NodeJS.ReadableStream;
  /** Prints a result: standard output holds nothing else. Resolves when the line is taken, so that memory stays flat. */
  readonly print: (text: string) => Promise<void>;
  /** Prints a report, warning or progress line to standard error. */
  readonly say: (text: string) => void;
}

/** 0 all done · 1 done, but some input was skipped · 2 not done. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly summary: string;
  /** How it is called, with one example: the whole text of `--help`. */
  readonly help: string;
  /** JSON Schema of input and output, printed by `--schema`. */
  readonly schema?: () => unknown;
  readonly run: (args: readonly string[], io: CommandIo) => Promise<ExitCode>;
}
