export interface SavedAs {
  name: string;
  /** Of the archive that the file came in, where it came in one. */
  password: string | null;
}

/** Under what name a file of the hub is saved: what comes packed is an archive, whatever the file in it is called. */
export function savedAs(name: string, headers: Headers): SavedAs {
  const packed = headers.get('Content-Type')?.startsWith('application/zip') ?? false;
  return { name: packed && !name.endsWith('.zip') ? `${name}.zip` : name, password: headers.get('Archive-Password') };
}
