import { defineTexts } from '@/app/language';

export const texts = defineTexts('handling', {
  ja: {
    step: '取扱いルールを承諾してください',
    stepWhat:
      'ほかの組織からの情報を読む前に、組織として一度だけ、取扱いルールを承諾します。自組織の情報連絡は、承諾の前でも送れます。',
    since: '{{day}} から有効',
    present: '現行の版',
    purposes: '使ってよい目的',
    rules: '守ること',
    accepted: '自組織は第 {{version}} 版を承諾しています。',
    notAccepted: '自組織は、現行の版をまだ承諾していません。',
    accept: '組織として承諾する',
    acceptDetail: '承諾した人と時刻が記録されます。',
    working: '承諾を各画面に反映しています…',
    askManager: '承諾は、組織の管理担当が行います。次の人に、ハブにサインインして承諾するよう頼んでください。',
    noManager: 'この組織には管理担当がいないため、あなたが組織を代表して承諾できます。',
    askAdministrator: '管理担当が分からないときは、所属するセプターの事務局に尋ねてください。',
    notice: 'ほかの組織からの情報は、取扱いルールを承諾すると読めます。',
    go: '取扱いルールを読んで承諾する',
  },
  en: {
    step: 'Please accept the handling rules',
    stepWhat:
      'Before it reads what other organisations shared, an organisation accepts the handling rules, once. It may report before that, too.',
    since: 'In force since {{day}}',
    present: 'Present version',
    purposes: 'What it may be used for',
    rules: 'What is kept to',
    accepted: 'Your organisation has accepted version {{version}}.',
    notAccepted: 'Your organisation has not accepted the present version yet.',
    accept: 'Accept for the organisation',
    acceptDetail: 'Who accepted, and when, is recorded.',
    working: 'The other pages are being told…',
    askManager: "The organisation's manager accepts them. Ask one of these people to sign in to the hub and accept.",
    noManager: 'Your organisation has no manager, so you may accept for it.',
    askAdministrator: 'If you do not know your manager, ask the secretariat of your CEPTOAR.',
    notice: 'What other organisations share can be read once the handling rules are accepted.',
    go: 'Read and accept the handling rules',
  },
});
