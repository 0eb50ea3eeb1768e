import { Link } from '@tanstack/react-router';
import { Switch } from 'react-aria-components';
import { useLanguage, useTexts } from '../language';
import { Numbers, useWhomToCall } from '../problems/Numbers';
import { useStore } from '../store';
import { texts } from '../texts';
import { Button } from '../ui/Button';
import { DrillMark, Severity } from '../ui/marks';
import { useNow } from '../ui/Time';
import { Tlp } from '../ui/Tlp';
import { japanTime } from '../ui/time';
import { chime } from './chime';
import { arrived, connectNow, line, sound } from './state';

/** Whether the page is live: a word in the head of the page. */
export function LiveWord() {
  const t = useTexts(texts);
  const state = useStore(line);
  const looks = { on: 'bg-green-800', connecting: 'bg-solid-gray-536', off: 'bg-red-900' } as const;
  const words = { on: t('live.on'), connecting: t('live.connecting'), off: t('live.off') } as const;
  return (
    <span role="status" className="inline-flex items-center gap-2 text-sm">
      <span aria-hidden="true" className={`size-3 rounded-full ${looks[state.kind]}`} />
      {words[state.kind]}
    </span>
  );
}

/** 接続が切れています: across the page, for as long as it is so. */
export function LostLine() {
  const t = useTexts(texts);
  const language = useLanguage();
  const now = useNow();
  const state = useStore(line);
  const connect = useStore(connectNow);
  const whom = useWhomToCall();
  if (state.kind !== 'off') return null;
  return (
    <div role="alert" className="not-printed border-y-2 border-red-900 bg-red-50 px-4 py-2">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4">
        <p className="font-bold text-red-1000">
          {state.lastContact ? t('live.offSince', { time: japanTime(state.lastContact, language, now) }) : t('live.off')}
        </p>
        {connect ? (
          <Button look="quiet" onPress={connect}>
            {t('live.again')}
          </Button>
        ) : null}
        {whom.length > 0 ? (
          <details className="w-full">
            <summary className="min-h-11 cursor-pointer content-center">{t('problem.downMeanwhile')}</summary>
            <Numbers className="flex-wrap pb-2" />
          </details>
        ) : null}
      </div>
    </div>
  );
}

/** What just arrived. However many come at once, it is one notice. */
export function Arrivals() {
  const t = useTexts(texts);
  const hints = useStore(arrived);
  const released = hints.filter(hint => hint.event !== 'recalled');
  const recalled = hints.length - released.length;
  return (
    <section
      aria-live="polite"
      aria-atomic="true"
      aria-label={t('pages.inbox')}
      className="not-printed fixed end-4 bottom-4 z-40 max-w-[calc(100vw-2rem)]"
    >
      {hints.length > 0 ? (
        <div className="w-96 max-w-full rounded-xl border-2 border-blue-900 bg-white p-4 shadow-xl">
          {released.length > 0 ? <p className="font-bold">{t('live.arrived', { count: released.length })}</p> : null}
          {recalled > 0 ? <p className="font-bold text-red-1000">{t('live.recalled')}</p> : null}
          <ul className="my-2 flex flex-col gap-2">
            {hints.slice(0, 3).map(hint => (
              <li key={hint.advisoryId} className="flex flex-wrap items-center gap-2">
                {hint.drill ? <DrillMark /> : null}
                <Tlp level={hint.tlp} />
                <Severity code={hint.severity} />
                <Link
                  to="/advisories/$id"
                  params={{ id: hint.advisoryId }}
                  className="link font-bold"
                  onClick={() => arrived.set(arrived.get().filter(h => h !== hint))}
                >
                  {t('live.open')}
                </Link>
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Link to="/inbox" className="link min-h-11 content-center font-bold" onClick={() => arrived.set([])}>
              {t('live.openInbox')}
            </Link>
            <Button look="quiet" onPress={() => arrived.set([])}>
              {t('live.dismiss')}
            </Button>
          </div>
        </div>
      ) : null}
    </section>
  );
}

export function SoundSwitch() {
  const t = useTexts(texts);
  const on = useStore(sound);
  return (
    <Switch
      isSelected={on}
      onChange={next => {
        sound.set(next);
        if (next) chime(false);
      }}
      className="group flex min-h-11 items-center gap-2"
    >
      <span
        aria-hidden="true"
        className="h-6 w-11 rounded-full border-2 border-solid-gray-600 bg-white p-0.5 group-data-selected:bg-blue-900 after:block after:size-4 after:rounded-full after:bg-solid-gray-600 group-data-selected:after:translate-x-5 group-data-selected:after:bg-white"
      />
      {t('live.soundOn')}
    </Switch>
  );
}
