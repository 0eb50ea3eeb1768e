using Ceptoar.Contracts;

namespace Ceptoar.Classification.Signals;

/// <summary>Every fact that the recognisers find, with its names.</summary>
public static class SignalTable
{
    public static readonly Code MarkingRed = new("marking.red", "TLP:RED の表示", "a marking TLP:RED");
    public static readonly Code MarkingAmberStrict = new("marking.amberStrict", "TLP:AMBER+STRICT の表示", "a marking TLP:AMBER+STRICT");
    public static readonly Code MarkingAmber = new("marking.amber", "TLP:AMBER の表示", "a marking TLP:AMBER");
    public static readonly Code MarkingGreen = new("marking.green", "TLP:GREEN の表示", "a marking TLP:GREEN");
    public static readonly Code MarkingClear = new("marking.clear", "TLP:CLEAR(旧 WHITE)の表示", "a marking TLP:CLEAR (formerly WHITE)");
    public static readonly Code MarkingUnknown = new("marking.unknown", "未知の TLP ラベル", "a TLP label that does not exist");
    public static readonly Code MarkingSecret = new("marking.secret", "「極秘」「機密性３」等の表示", "a marking such as 極秘, 機密性３ or \"top secret\"");
    public static readonly Code MarkingInternal = new("marking.internal", "「関係者外秘」「社外秘」「部外秘」等の表示", "a marking such as 関係者外秘, 社外秘, 部外秘 or \"internal use only\"");
    public static readonly Code MarkingRestricted = new("marking.restricted", "「関係者限り」「取扱注意」「機密性２」等の表示", "a marking such as 関係者限り, 取扱注意, 機密性２ or \"need to know\"");
    public static readonly Code HandlingNoCopy = new("handling.noCopy", "「複製禁止」の表示", "a marking that forbids copies");
    public static readonly Code HandlingNoRedistribution = new("handling.noRedistribution", "「再配布禁止」「転送禁止」の表示", "a marking that forbids passing on");
    public static readonly Code HandlingNoTakeOut = new("handling.noTakeOut", "「持出禁止」の表示", "a marking that forbids taking out");
    public static readonly Code HandlingEncrypt = new("handling.encrypt", "「要暗号化」の表示", "a marking that asks for encryption");
    public static readonly Code HandlingDestroy = new("handling.destroyAfterReading", "「読後破棄」の表示", "a marking that asks to destroy after reading");
    public static readonly Code Secret = new("secret", "パスワード、鍵、トークン等", "a password, key or token");
    public static readonly Code MyNumber = new("personal.myNumber", "個人番号(マイナンバー)", "an individual number (My Number)");
    public static readonly Code CorporateNumber = new("personal.corporateNumber", "法人番号", "a corporate number");
    public static readonly Code Card = new("personal.card", "クレジットカード番号", "a payment card's number");
    public static readonly Code PeopleList = new("personal.list", "複数人の個人情報", "personal data of several people");
    public static readonly Code Person = new("personal.person", "個人の氏名・連絡先", "a person's name, telephone or mail address");
    public static readonly Code VictimAddress = new("victim.address", "被害側のアドレス・ホスト名", "an address or host of the victim");
    public static readonly Code OtherVictim = new("victim.other", "他の被害組織の名称", "the name of another victim");
    public static readonly Code OtherMember = new("victim.member", "他の構成員の名称", "the name of another member");
    public static readonly Code ControlSystem = new("controlSystem.detail", "制御システムの詳細", "detail of a control system");
    public static readonly Code Unpublished = new("vulnerability.unpublished", "未公表・未修正の脆弱性", "a vulnerability not yet public or not yet mended");
    public static readonly Code Embargo = new("vulnerability.embargo", "公表日前の情報(エンバーゴ)", "information under embargo");
    public static readonly Code Police = new("investigation.reported", "警察への通報・相談", "the police were told");
    public static readonly Code Investigation = new("investigation.secret", "捜査中・捜査上の秘密", "an investigation that is under way");
    public static readonly Code Ongoing = new("attack.ongoing", "継続中の攻撃", "an attack that is still going on");
    public static readonly Code Drill = new("drill.mark", "訓練・演習の表示", "the mark of a drill or exercise");

    public static IReadOnlyList<Code> All { get; } = typeof(SignalTable).GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
        .Select(f => f.GetValue(null)).OfType<Code>().ToArray();
}
