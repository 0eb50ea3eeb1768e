import { Link } from '@tanstack/react-router';
import { changeLanguage, useLanguage, useTexts } from '@/app/language';
import { SoundSwitch } from '@/app/live/LiveParts';
import { roleTexts } from '@/app/roleTexts';
import { useMe } from '@/app/session/useSession';
import { Facts } from '@/app/ui/Facts';
import { Choice } from '@/app/ui/fields';
import { Page } from '@/app/ui/Page';
import { Desks } from '@/desks/Desks';
import { MailOfAdvisories } from './MailOfAdvisories';
import { Password } from './Password';
import { Recovery } from './Recovery';
import { Sessions } from './Sessions';
import { texts } from './texts';

/** What everyone keeps for oneself: who one is here, where one is signed in, password, codes. */
export function AccountPage() {
  const t = useTexts(texts);
  const role = useTexts(roleTexts);
  const language = useLanguage();
  const me = useMe();
  const { person } = me;
  return (
    <Page title={t('title')}>
      <div className="flex flex-col gap-6">
        <section className="card" aria-labelledby="who">
          <h2 id="who" className="mb-4 text-xl">
            {t('who')}
          </h2>
          <Facts
            facts={[
              [t('name'), (language === 'en' && person?.nameEn) || person?.name],
              [t('email'), person?.email],
              [t('duty'), (language === 'en' && person?.dutyEn) || person?.duty],
              [
                t('organisation'),
                <Link key="o" to="/directory/organisations/$id" params={{ id: me.organisation.id }} className="link">
                  {me.organisation.name}
                </Link>,
              ],
              [t('ceptoars'), me.ceptoars.map(c => c.name).join('・')],
            ]}
          />
          <p className="mt-4 text-sm text-solid-gray-700">{t('changeBy')}</p>
        </section>
        <section className="card" aria-labelledby="roles">
          <h2 id="roles" className="mb-4 text-xl">
            {t('roles')}
          </h2>
          <Facts facts={me.roles.map(code => [role(code as 'operator'), role(`does.${code as 'operator'}`)] as const)} />
        </section>
        <section className="card flex flex-col gap-4" aria-labelledby="settings">
          <h2 id="settings" className="text-xl">
            {t('settings')}
          </h2>
          <Choice
            name="language"
            label={t('language')}
            explanation={t('languageExplained')}
            value={language}
            onChange={next => void changeLanguage(next === 'en' ? 'en' : 'ja')}
            options={[
              { value: 'ja', label: <span lang="ja">日本語</span> },
              { value: 'en', label: <span lang="en">English</span> },
            ]}
          />
          <div>
            <SoundSwitch />
            <p className="text-sm text-solid-gray-700">{t('soundExplained')}</p>
          </div>
        </section>
        {person ? <MailOfAdvisories /> : null}
        <Desks />
        <Sessions />
        <Password />
        <Recovery />
      </div>
    </Page>
  );
}
