import { useLanguage } from '../language';
import { useStore } from '../store';
import { desks, published } from './desks';
import { whomToCall } from './whom';

/** Whom to telephone when the hub is down. */
export function useWhomToCall() {
  return whomToCall(useStore(desks), useStore(published));
}

/** Their numbers, to be pressed on a telephone. */
export function Numbers({ className = '' }: { className?: string }) {
  const language = useLanguage();
  return (
    <dl className={`flex gap-x-6 gap-y-1 ${className}`}>
      {useWhomToCall().map(desk => (
        <div key={desk.name + desk.telephone} className="flex flex-wrap gap-x-4">
          <dt>{language === 'en' ? desk.nameEn : desk.name}</dt>
          <dd>
            <a className="link font-bold" href={`tel:${desk.telephone}`}>
              {desk.telephone}
            </a>
          </dd>
        </div>
      ))}
    </dl>
  );
}
