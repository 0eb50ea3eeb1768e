import { Export } from '@/members/Export';
import { ImportPage } from '@/members/ImportPage';
import { DirectorySections } from './DirectorySections';

/** The whole directory from a file, and into one, for administrators. */
export function DirectoryImportPage() {
  return <ImportPage above={<DirectorySections />} aside={<Export />} />;
}
