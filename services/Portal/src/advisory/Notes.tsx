import { Time } from '@/app/ui/Time';
import type { Advisory } from './advisory';

/** What those who relayed an advisory said of it. */
export function Notes({ notes }: { notes: Advisory['notes'] }) {
  return notes.map(note => (
    <blockquote key={note.at} className="my-2 border-s-4 border-solid-gray-300 ps-4">
      <p className="whitespace-pre-line">{note.text}</p>
      <p className="text-sm text-solid-gray-700">
        {note.by} <Time at={note.at} />
      </p>
    </blockquote>
  ));
}
