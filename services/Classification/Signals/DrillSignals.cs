using System.Buffers;
using System.Text.RegularExpressions;

namespace Ceptoar.Classification.Signals;

/// <summary>Marks by which a text says that it is played: 【訓練】, "exercise exercise exercise". That a training was held is no mark.</summary>
public static partial class DrillSignals
{
    static readonly WordSet JapaneseAnchors = new(["訓練", "演習", "クンレン", "くんれん", "状況付与", "エクササイズ"]);
    static readonly WordSet Anchors = new(["訓練", "演習", "drill", "exercise", "training", "simulated", "simulation", "table-top", "tabletop", "test message", "inject", "no real"]);

    public static void Find(FieldText field, FinderFacts facts, SignalList found)
    {
        if (field.SqueezedWords.Any(JapaneseAnchors))
        {
            foreach (var match in Japanese().EnumerateMatches(field.Squeezed.Text)) found.Add(SignalTable.Drill, field.Squeezed.ToOriginal(match.Index, match.Length));
        }

        if (!field.PlainWords.Any(Anchors)) return;

        foreach (var match in AtLineStart().EnumerateMatches(field.Plain.Text)) found.Add(SignalTable.Drill, field.Plain.ToOriginal(match.Index, match.Length));
        foreach (var match in English().EnumerateMatches(field.Prose.Text)) found.Add(SignalTable.Drill, field.Prose.ToOriginal(match.Index, match.Length));
    }

    [GeneratedRegex(
        @"[【〔\[<《≪(](?:これは|サイバー|セプター|分野横断的|総合|図上|机上|合同|抜き打ち|通信|防災|避難|連絡|初動|対応|模擬|本件は?|[0-9]{4}年?度?)?(?:訓練|演習)(?:用|中|です|メール|メッセージ|情報|報告|連絡|通報|シナリオ|電文|のみ|実施中|第[0-9]{1,2}報|想定)?(?:[・:、。/-][^】〕\]>》≫)]{0,16})?[】〕\]>》≫)]|状況付与[0-9]{0,3}|[※★*●■]{1,3}(?:訓練|演習)(?:用|中|です|であ|のため)?|(?:クンレン|くんれん|エクササイズ)[、,・!。]{0,2}(?:クンレン|くんれん|エクササイズ)|(?:訓練|演習)(?:用)?(?:電文|メッセージ|シナリオ)(?:です|第|であ|[:(【])|(?:実際の|本物の|本当の)(?:障害|攻撃|事案|事象|インシデント)(?:では|で)(?:は)?(?:ありません|な[いく]|ございません)[^。]{0,10}(?:訓練|演習)|(?:訓練|演習)(?:で|に)(?:あり|て)[^。]{0,12}(?:実際|現実|本物|本番)|訓練[、,・!。.\-/]{0,3}訓練(?!機|生|施設|センター|所|用|の|を|が|で|に)|演習[、,・!。.\-/]{0,3}演習(?!場|室|用|の|を|が|で|に|問)|(?:これ|本件|本メール|本報告|本報|本情報|本通報|この(?:メール|報告|情報|連絡|通報|電文|メッセージ|通知|文書|想定|事象|事案)|以下|以降|下記)(?:は|も)[、]?(?:全て|すべて|あくまで)?(?:[一-龯ァ-ヺー]{0,8})(?:訓練|演習)(?:用|の一環|のための?|上の?|目的の?)?(?:の?(?:メール|報告|連絡|情報|メッセージ|シナリオ|通報|想定))?(?:です|である|となり|であり|で(?:す)?(?=[。、!])|(?=[。!]|\z))(?!が?ない)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex Japanese();

    [GeneratedRegex(@"(?:\A|\n)[ >*#=・■●◆※-]{0,8}(?:(?:re|fwd?|件名|題名|表題|subject|title) ?: ?){0,4}(?:(?:訓練|演習)(?:用)?(?: |:|\n|/|-|\z|・|、(?=訓練|演習))|(?:訓練|演習)用(?!の?(?:環境|端末|サーバ|機|アカウント|資料|システム|教材|pc|ネットワーク|施設))|(?:drill|exercise) ?(?::|\n|\z|-|/))", RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex AtLineStart();

    [GeneratedRegex(
        @"(?:\A|\n)[【〔\[<(《*](?: ?)(?:simulated?|simulation|inject [0-9]{1,3}|table-?top)(?: ?)[】〕\]>)》*]|(?<![a-z])(?:simulated|exercise|drill) (?:incident|scenario|event|report|data|message|only)(?= *(?:[:.\n)\]-]|\z))|(?<![a-z])part of (?:the|an?|our|this)(?: \w{1,12}){0,3} (?:table-?top|exercise|drill)(?![a-z])|(?<![a-z])no real (?:systems?|incident|event|attack|data|outage)(?: \w{1,10})? (?:is|are|was|were|has|behind)(?![a-z])|(?<![a-z])(?:exercise|drill),? (?:exercise|drill)?,? ?(?:not (?:a )?real|no real)|(?<![a-z])exercise inject(?![a-z])|[【〔\[<(《*](?: ?)(?:this is an? )?(?:cyber |test )?(?:drill|exercise)(?: (?:only|message|mail|inject|traffic|in progress|[0-9]{1,4}))?(?: ?)[】〕\]>)》*]|(?<![a-z])(?:exercise[ ,!./*-]{1,4}){1,3}exercise(?![a-z])|(?<![a-z])(?:drill[ ,!./*-]{1,4}){1,3}drill(?![a-z])|(?<![a-z])this (?:is|message is|mail is|report is|e-?mail is) (?:only |just |merely |all )?(?:part of )?(?:an?|the|our)? ?(?:(?!not? )\w{1,12} ){0,4}?(?:drill|exercise)(?![a-z])(?! (?:in (?:futility|patience)|bike))|(?<![a-z])(?:exercise|drill) (?:message )?only(?![a-z])|(?<![a-z])for (?:exercise|drill|training)(?: (?:purposes?|use))? only(?![a-z])|(?<![a-z])(?:exercise|drill) (?:message|inject|traffic)(?: *[:.\n]|\z)",
        RegexOptions.CultureInvariant, Limits.RegexMilliseconds)]
    private static partial Regex English();
}
