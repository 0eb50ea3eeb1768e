using System.Collections.Frozen;

namespace Ceptoar.Anonymisation.Recognisers;

/// <summary>English words of which names in katakana are made, so that a name is found where its owner, or an attacker, translated it.</summary>
static class Loanwords
{
    const string Pairs =
        "アイ eye アイランド island アウト out アクア aqua アクセス access アクティブ active アシスト assist アセット asset アップ up アドバンス advance アプリ app アライアンス alliance アルファ alpha アロー arrow イースト east イン in インダストリー industry インフォ info インフラ infra " +
        "ウィング wing ウイング wing ウインド wind ウィンド wind ウェア ware ウェスト west ウェブ web ウォーター water エア air エアー air エアライン airline エコ eco エクスプレス express エステート estate エース ace エナジー energy エネルギー energy エレクトリック electric エンジニア engineer エンジニアリング engineering " +
        "オーシャン ocean オート auto オフィス office オプト opt オンライン online カード card カーゴ cargo ガード guard カスタマー customer ガス gas カルテ karte キー key キット kit キャピタル capital キャッシュ cash クイック quick クラウド cloud グランド grand グリーン green クリーン clean クリエイト create クリニック clinic グリッド grid クルー crew クレジット credit グループ group グローバル global クロス cross クラフト craft " +
        "ケア care ケーブル cable ケミカル chemical ゲート gate コア core コム com コール call コネクト connect コントロール control コンサル consul コンピュータ computer コーポレーション corporation サービス service サイエンス science サイト site サイバー cyber サウス south サテライト satellite サポート support サン sun サンライズ sunrise シー sea シールド shield シグナル signal シティ city シップ ship システム system システムズ systems " +
        "スカイ sky スター star スタジオ studio スタック stack ステーション station ストック stock ストリーム stream スマート smart スピード speed セーフ safe セキュア secure セキュリティ security センサー sensor センター center セントラル central ゼロ zero ソフト soft ソーラー solar ソリューション solution ソリューションズ solutions ダイレクト direct タウン town タワー tower ターミナル terminal チャネル channel チケット ticket チェーン chain " +
        "ツール tool デザイン design デジタル digital データ data テック tech テクノ techno テクノロジー technology テクノロジーズ technologies テレコム telecom テレビ tv ドア door ドック dock トラスト trust トラック truck トランス trans トレード trade ドライブ drive トータル total ナイト night ナビ navi ナース nurse ネクスト next ネット net ネットワーク network ネットワークス networks ノース north ノート note ノヴァ nova ノバ nova " +
        "ハーバー harbor ハイ high バイオ bio ハウス house パーク park パシフィック pacific バス bus パス pass パワー power バンク bank パートナー partner パートナーズ partners パネル panel ハンド hand ハブ hub ハート heart ビーコン beacon ビジネス business ビジョン vision ビュー view ビル building ヒル hill ファースト first ファーム farm ファイナンス finance ファクトリー factory フィールド field フォレスト forest フューチャー future フライト flight プラス plus プラン plan プラント plant ブリッジ bridge ブルー blue フレッシュ fresh プロ pro プロダクト product フロー flow フロント front " +
        "ベース base ベイ bay ペイ pay ページ page ベスト best ベーシック basic ヘルス health ベル bell ポイント point ポート port ポータル portal ホーム home ホスピタル hospital ホールディングス holdings ボックス box ボード board マイ my マスター master マネー money マネジメント management マップ map マリン marine マリーン marine マルチ multi ミッション mission ミドル middle ムーン moon ムーブ move メール mail メイト mate メーター meter メディア media メディカル medical メディケア medicare メトロ metro メンテ mainte メンテナンス maintenance モニタ monitor モニター monitor モバイル mobile モビリティ mobility " +
        "ユニオン union ユナイテッド united ライト light ライフ life ライン line ラボ lab ランド land リアル real リサーチ research リソース resource リバー river リモート remote リング ring リンク link リンクス links レイク lake レール rail レイルウェイ railway レコード record レスキュー rescue レッド red ローズ rose ロード road ロジ logi ロジスティクス logistics ロジック logic ロック lock ワーク work ワークス works ワールド world ワイド wide ワイヤレス wireless ワン one";

    static readonly FrozenDictionary<string, string> Words = Pairs.Split(' ').Chunk(2).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
    static readonly int Longest = Words.Keys.Max(word => word.Length);

    /// <summary>The words of a run of katakana in English, run together, the longest first at each place; null where a part is none of them.</summary>
    public static string? English(string katakana)
    {
        var english = new System.Text.StringBuilder();
        for (var i = 0; i < katakana.Length;)
        {
            var length = Math.Min(Longest, katakana.Length - i);
            while (length > 0 && !Words.ContainsKey(katakana.Substring(i, length))) length--;
            if (length == 0) return null;

            english.Append(Words[katakana.Substring(i, length)]);
            i += length;
        }

        return english.ToString();
    }
}
