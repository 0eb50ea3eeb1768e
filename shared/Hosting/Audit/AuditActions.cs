using System.Reflection;
using Ceptoar.Contracts;

namespace Ceptoar.Hosting.Audit;

/// <summary>What is recorded, all services together: the codes of the trail with their names.</summary>
public static class AuditActions
{
    public static readonly Code SignInSucceeded = new("signIn.succeeded", "サインイン", "signed in");
    public static readonly Code SignInFailed = new("signIn.failed", "サインイン失敗", "sign-in failed");
    public static readonly Code SignInLockedOut = new("signIn.lockedOut", "ロックアウト", "locked out");
    public static readonly Code SessionRevoked = new("session.revoked", "セッションの失効", "session revoked");
    public static readonly Code PersonInvited = new("person.invited", "利用者の招待", "person invited");
    public static readonly Code PersonChanged = new("person.changed", "利用者の変更", "person changed");
    public static readonly Code PersonRemoved = new("person.removed", "利用者の削除", "person removed");
    public static readonly Code PersonJoined = new("person.joined", "招待の承諾", "invitation accepted");
    public static readonly Code PasswordChanged = new("person.passwordChanged", "パスワードの変更", "password changed");
    public static readonly Code AuthenticatorReset = new("person.authenticatorReset", "認証アプリの解除", "authenticator reset");
    public static readonly Code RecoveryCodesMade = new("person.recoveryCodesMade", "回復コードの再発行", "recovery codes made");
    public static readonly Code ClientAdded = new("client.added", "クライアントの追加", "client added");
    public static readonly Code ClientRotated = new("client.rotated", "クライアントのシークレット更新", "client's secret rotated");
    public static readonly Code ClientRevoked = new("client.revoked", "クライアントの失効", "client revoked");
    public static readonly Code OrganisationRegistered = new("organisation.registered", "組織の登録", "organisation registered");
    public static readonly Code OrganisationChanged = new("organisation.changed", "組織の変更", "organisation changed");
    public static readonly Code OrganisationImported = new("organisation.imported", "組織の取込み", "organisations imported");
    public static readonly Code OrganisationExported = new("organisation.exported", "組織の書出し", "organisations exported");
    public static readonly Code OrganisationAttested = new("organisation.attested", "登録内容の確認", "entries attested");
    public static readonly Code IdentifyingChanged = new("organisation.identifyingChanged", "識別情報の変更", "identifying strings changed");
    public static readonly Code IdentifyingConfirmed = new("organisation.identifyingConfirmed", "識別情報の確認", "identifying strings confirmed");
    public static readonly Code ContactsChanged = new("organisation.contactsChanged", "連絡先の変更", "contacts changed");
    public static readonly Code HandlingRulesAccepted = new("handlingRules.accepted", "取扱いルールの承諾", "handling rules accepted");
    public static readonly Code GroupChanged = new("group.changed", "グループの変更", "group changed");
    public static readonly Code IdentityLookedUp = new("identity.lookedUp", "識別情報の参照", "identity looked up");
    public static readonly Code ReportRead = new("report.read", "他組織による原文の閲覧", "original read by another organisation");
    public static readonly Code ReportSubmitted = new("report.submitted", "情報連絡", "report submitted");
    public static readonly Code ReportVersionAdded = new("report.versionAdded", "続報", "report followed up");
    public static readonly Code ReportConfirmed = new("report.confirmed", "代行入力の確認", "report entered on behalf confirmed");
    public static readonly Code ReportWithdrawn = new("report.withdrawn", "情報連絡の取下げ", "report withdrawn");
    public static readonly Code IdentityAsked = new("identity.openingAsked", "報告者の開示の申請", "opening who reported asked for");
    public static readonly Code IdentityApproved = new("identity.openingApproved", "報告者の開示の承認", "opening who reported approved");
    public static readonly Code IdentityRefused = new("identity.openingRefused", "報告者の開示の拒否", "opening who reported refused");
    public static readonly Code IdentitySeen = new("identity.openingSeen", "開示された報告者の参照", "who reported looked up");
    public static readonly Code IdentityDenied = new("identity.openingDenied", "報告者の開示に関する操作の不許可", "not let ask, decide or look who reported");
    public static readonly Code AttachmentAdded = new("attachment.added", "添付ファイルの追加", "attachment added");
    public static readonly Code AttachmentRemoved = new("attachment.removed", "添付ファイルの削除", "attachment removed");
    public static readonly Code AttachmentRead = new("attachment.read", "他組織による添付ファイルの取得", "attachment downloaded by another organisation");
    public static readonly Code RenditionDecided = new("rendition.decided", "提供文面の承認・修正・拒否", "rendition approved, edited or refused");
    public static readonly Code RenditionMarked = new("rendition.marked", "提供文面の語句に「除く」「残す」の印", "words of a rendition marked to be removed or kept");
    public static readonly Code TermDecided = new("term.decided", "「除く」「残す」語句の全報告への採否", "words to be removed or kept accepted for every report, or refused");
    public static readonly Code LabelRaised = new("label.raised", "ラベルの引上げ", "label raised");
    public static readonly Code LabelLoweringAsked = new("label.loweringAsked", "ラベル引下げの申請", "lowering of a label asked for");
    public static readonly Code LabelLoweringAgreed = new("label.loweringAgreed", "ラベル引下げへの同意", "lowering of a label agreed to");
    public static readonly Code LabelLoweringRefused = new("label.loweringRefused", "ラベル引下げの拒否", "lowering of a label refused");
    public static readonly Code LabelLowered = new("label.lowered", "ラベルの引下げ", "label lowered");
    public static readonly Code TriageChanged = new("triage.changed", "重要度・緊急度の変更", "severity or urgency changed");
    public static readonly Code PolicyDrafted = new("policy.drafted", "取扱い方針の起案", "labelling policy drafted");
    public static readonly Code PolicyTried = new("policy.tried", "取扱い方針の試行", "labelling policy tried");
    public static readonly Code PolicyApproved = new("policy.approved", "取扱い方針の承認", "labelling policy approved");
    public static readonly Code PolicyRejected = new("policy.rejected", "取扱い方針の否決", "labelling policy rejected");
    public static readonly Code AdvisoryDrafted = new("advisory.drafted", "情報提供の起案", "advisory drafted");
    public static readonly Code AdvisoryDraftChanged = new("advisory.draftChanged", "情報提供の案の変更", "draft of an advisory changed");
    public static readonly Code AdvisoryApprovalAsked = new("advisory.approvalAsked", "情報提供の承認依頼", "approval of an advisory asked for");
    public static readonly Code AdvisoryScheduled = new("advisory.scheduled", "情報提供の予約", "advisory scheduled");
    public static readonly Code AdvisoryReleased = new("advisory.released", "情報提供", "advisory released");
    public static readonly Code AdvisoryCorrected = new("advisory.corrected", "情報提供の訂正", "advisory corrected");
    public static readonly Code AdvisoryRelayed = new("advisory.relayed", "情報提供の展開", "advisory relayed");
    public static readonly Code RelayRuleChanged = new("relayRule.changed", "展開方法の変更", "relay rule changed");
    public static readonly Code EscalationRuleChanged = new("escalationRule.changed", "未確認先への連絡の間隔の変更", "pace of reaching silent recipients changed");
    public static readonly Code ChannelSwitched = new("channel.switched", "連絡手段の停止・再開", "channel switched off or on");
    public static readonly Code LargeScaleSwitched = new("largeScale.switched", "大規模IT障害モードの切替え", "large-scale mode switched");
    public static readonly Code AdvisoryRecalled = new("advisory.recalled", "情報提供の撤回", "advisory recalled");
    public static readonly Code CallRecorded = new("call.recorded", "未確認先への連絡の記録", "call to a silent recipient recorded");
    public static readonly Code SilentReminded = new("advisory.reminded", "未確認先への再通知", "silent recipients reminded of an advisory");
    public static readonly Code AnswerGiven = new("advisory.answered", "情報提供への回答", "advisory answered");
    public static readonly Code QuestionAsked = new("question.asked", "情報提供への質問", "question asked about an advisory");
    public static readonly Code QuestionReplied = new("question.replied", "質問への返信", "question replied to");
    public static readonly Code QuestionAnswered = new("question.answeredBySource", "情報の提供元としての質問への回答", "question answered as the source");
    public static readonly Code DrillRehearsed = new("drill.rehearsed", "訓練のリハーサル", "drills rehearsed");
    public static readonly Code AuditRead = new("audit.read", "監査証跡の閲覧", "audit trail read");
    public static readonly Code AuditVerified = new("audit.verified", "監査証跡の検証", "audit trail verified");
    public static readonly Code QueueReplayed = new("queue.replayed", "エラーキューの再処理", "error queue replayed");

    public static IReadOnlyDictionary<string, Code> All { get; } = typeof(AuditActions).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => f.GetValue(null)).OfType<Code>().ToDictionary(c => c.Value, StringComparer.Ordinal);
}
