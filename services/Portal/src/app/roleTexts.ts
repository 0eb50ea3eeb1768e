import { defineTexts } from './language';

/** The roles by their names, and what each may do: for who has them and who gives them. */
export const roleTexts = defineTexts('roles', {
  ja: {
    operator: '連絡担当',
    manager: '管理担当',
    observer: '閲覧者',
    secretariat: 'セプター事務局',
    liaison: '所管省庁リエゾン',
    analyst: '分析官',
    approver: '承認者',
    controller: '演習統制',
    administrator: 'ハブ管理者',
    auditor: '監査者',
    does: {
      operator: '情報連絡を書いて出す。匿名化された文面を承認する。届いた情報提供を確認し、回答する。',
      manager: '自組織の利用者を招待・変更・削除する。当番と窓口を登録する。取扱いルールを承諾する。',
      observer: '宛先に含まれた情報提供を読み、確認する。',
      secretariat: '構成員へ情報提供を展開する。電話で受けた情報連絡を代行入力する。構成員の登録と連絡先を保つ。',
      liaison: '所管分野の情報提供を中継する。所管省庁の取扱い方針を書く。',
      analyst: '全分野の情報連絡のラベルを見直す。情報提供を書く。大規模IT障害モードを切り替える。',
      approver: '情報提供と取扱い方針を、書いた人とは別の目で承認する。報告者の開示を判断する。',
      controller: '訓練と演習を進める。',
      administrator: '組織・利用者・システム接続を登録する。サービスの状態を見て、失敗した処理をやり直す。内容は読まない。',
      auditor: '誰がいつ何をしたかの証跡を読み、書き換えがないことを検証する。',
    },
  },
  en: {
    operator: 'Operator',
    manager: 'Manager',
    observer: 'Observer',
    secretariat: 'Secretariat',
    liaison: 'Liaison',
    analyst: 'Analyst',
    approver: 'Approver',
    controller: 'Exercise controller',
    administrator: 'Administrator',
    auditor: 'Auditor',
    does: {
      operator: 'Writes and hands in reports. Approves their anonymised text. Confirms and answers advisories.',
      manager:
        'Invites, changes and removes the people of the own organisation. Keeps the roster and the desk. Accepts the handling rules.',
      observer: 'Reads and confirms advisories whose audience includes the organisation.',
      secretariat: 'Relays advisories to members. Enters reports that came by telephone. Keeps members and their contacts.',
      liaison: 'Relays advisories of the sectors in its care. Writes the policy of its ministry.',
      analyst: 'Reviews the labels of all reports. Writes advisories. Switches large-scale mode.',
      approver: 'Approves advisories and policies that another person wrote. Decides about opening who reported.',
      controller: 'Runs drills and exercises.',
      administrator:
        'Registers organisations, people and connected systems. Watches the services and replays what failed. Does not read content.',
      auditor: 'Reads the trail of who did what and when, and verifies that nothing in it was altered.',
    },
  },
});
