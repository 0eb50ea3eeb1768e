import { defineTexts } from '@/app/language';

export const contactTexts = defineTexts('contacts', {
  ja: {
    channels: {
      hub: 'ハブ',
      mail: 'メール',
      sms: 'SMS',
      telephone: '電話',
      mobile: '携帯電話',
      fax: 'FAX',
      satellite: '衛星電話',
      web: 'WEB',
      conference: '会議（電子会議室等）',
    },
    onDuty: { duty: '当番', deputy: '代理', desk: '窓口', none: '今の当番も窓口も登録されていません。' },
    onDutyNow: '今の連絡相手',
    noContacts: '連絡先は登録されていません。',
    ceptoarPlan: '組織独自の連絡先は未登録です。CEPTOARの標準の順番を示しています。',
    bouncing: '不達',
  },
  en: {
    channels: {
      hub: 'Hub',
      mail: 'Mail',
      sms: 'SMS',
      telephone: 'Telephone',
      mobile: 'Mobile telephone',
      fax: 'Fax',
      satellite: 'Satellite telephone',
      web: 'Web',
      conference: 'Conference',
    },
    onDuty: { duty: 'On duty', deputy: 'Deputy', desk: 'Desk', none: 'Nobody is on duty now, and no desk is entered.' },
    onDutyNow: 'Whom to reach now',
    noContacts: 'No contact is entered.',
    ceptoarPlan: 'It has no contacts of its own. This is the usual order of its CEPTOAR.',
    bouncing: 'bounces',
  },
});
