/** What a call leaves behind as files, encrypted, and deleted when the stack's time for recordings is over. */
export interface Files {
  /** Writes, and writes over what was there. */
  put(key: string, body: Uint8Array | string, contentType: string): Promise<void>;
  /** False where something is there already, which stays as it is. */
  putNew(key: string, body: Uint8Array | string, contentType: string): Promise<boolean>;
  /** Null where there is nothing. */
  get(key: string): Promise<Uint8Array | null>;
  /** Keys under a prefix, in their order. */
  list(prefix: string): Promise<readonly string[]>;
  /** Nothing is left of it; nothing happens where there is none. */
  remove(key: string): Promise<void>;
}
