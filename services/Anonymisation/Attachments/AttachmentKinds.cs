using Ceptoar.Contracts.Anonymisation;

namespace Ceptoar.Anonymisation.Attachments;

/// <summary>What can be made of a file.</summary>
public enum AttachmentKind
{
    Text,

    /// <summary>Text in which who does what stands in columns, not in words.</summary>
    Records,
    Mail,
    Office,
    Pdf,
    Image,
    Other,
}

/// <summary>The kinds by the end of the name, and why what is not read is held back, in words for the reporter.</summary>
static class AttachmentKinds
{
    static readonly (AttachmentKind Kind, string[] Ends)[] Known =
    [
        (AttachmentKind.Text, [".txt"]),
        (AttachmentKind.Records, [".log", ".csv", ".json"]),
        (AttachmentKind.Mail, [".eml"]),
        (AttachmentKind.Office, [".doc", ".docx", ".docm", ".xls", ".xlsx", ".xlsm", ".ppt", ".pptx", ".pptm", ".rtf", ".odt", ".ods", ".odp", ".jtd"]),
        (AttachmentKind.Pdf, [".pdf"]),
        (AttachmentKind.Image, [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".svg"]),
    ];

    public static Notice TooLong { get; } = Say("attachment.tooLong", "文字情報が 2 MB を超えるため、匿名化の対象外です。", "It holds more than 2 MB of text and is not anonymised.");
    public static Notice Unreadable { get; } = Say("attachment.charset", "文字コードを判別できないか、テキストではないため、保留しています。", "Its charset cannot be told for sure, or it is no text: it is held back.");
    public static Notice NotMail { get; } = Say("attachment.mail", "メールとして最後まで読み取れないため、保留しています。", "It cannot be read through as a mail: it is held back.");
    public static Notice Waiting { get; } = Say("attachment.waiting", "匿名化を行っています。", "It is being anonymised.");
    public static Notice Gone { get; } = Say("attachment.altered", "保管されているファイルを読み取れません。", "The stored file cannot be read.");

    public static AttachmentKind Of(string name) => Array.Find(Known, known => Array.Exists(known.Ends, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))) is { Ends: not null } found ? found.Kind : AttachmentKind.Other;

    /// <summary>Why files of this kind never leave; null where they are read.</summary>
    public static Notice? NeverRead(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Text or AttachmentKind.Records or AttachmentKind.Mail => null,
        AttachmentKind.Office => Say("attachment.office", "Office文書に残る作成者名や変更履歴を確実には取り除けないため、保留しています。", "Authors and tracked changes cannot be removed from Office documents for sure: it is held back."),
        AttachmentKind.Pdf => Say("attachment.pdf", "PDFに残る作成者名などの情報を確実には取り除けないため、保留しています。", "Metadata cannot be removed from PDF for sure: it is held back."),
        AttachmentKind.Image => Say("attachment.image", "画像は内容を確認できないため、提供されません。", "Nobody can tell what a picture shows: it is never passed on."),
        _ => Say("attachment.other", "この種類のファイルは提供されません。", "Files of this kind are never passed on."),
    };

    static Notice Say(string code, string ja, string en) => new() { Code = code, Ja = ja, En = en };
}
