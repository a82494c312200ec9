/** The form of a backup that this version writes and reads. */
export const BACKUP_FORMAT = 'pooled-backup/1';

/** The entry that says what the others are; written last, when all is counted. */
export const HEAD_ENTRY = 'pooled-backup.json';

export interface BackupHead {
  readonly format: string;
  readonly madeAt: string;
  /** Names of the migrations that made its tables. */
  readonly migrations: readonly string[];
  /** In an order in which they can be filled. */
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: number;
    /** Of its entry, unpacked: ZIP readers don't check what they unpack. */
    readonly sha256: string;
  }[];
  readonly files: number;
}

export const tableEntry = (name: string) => `tables/${name}.copy`;
export const FILES_FOLDER = 'files/';
