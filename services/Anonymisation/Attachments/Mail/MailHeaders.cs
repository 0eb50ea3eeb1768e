namespace Ceptoar.Anonymisation.Attachments.Mail;

/// <summary>What of a mail's headers is read; all others tell of the recipient's side, or may.</summary>
static class MailHeaders
{
    /// <summary>Of the sender's side: they stay, as far as they are not the victim's.</summary>
    public static readonly string[] Kept = ["From", "Sender", "Reply-To", "Return-Path", "Received", "Message-ID", "X-Mailer", "User-Agent", "X-Originating-IP", "Subject"];

    /// <summary>They tell who the victim is: they go, and what they name goes wherever it stands.</summary>
    public static readonly string[] Recipients = ["To", "Cc", "Bcc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "Apparently-To", "Resent-To", "Resent-Cc", "X-Forwarded-To", "X-Forwarded-For"];

    /// <summary>Who wrote it, as it says.</summary>
    public static readonly string[] Senders = ["From", "Sender", "Reply-To", "Return-Path"];

    /// <summary>Where everybody has an account: such a domain tells nothing and must not be blocked.</summary>
    public static readonly HashSet<string> PublicDomains = new(
        [
            "gmail.com", "googlemail.com", "outlook.com", "outlook.jp", "hotmail.com", "hotmail.co.jp", "live.com", "live.jp", "msn.com", "yahoo.com", "yahoo.co.jp", "ymail.ne.jp", "icloud.com", "me.com", "mac.com",
            "aol.com", "proton.me", "protonmail.com", "gmx.com", "gmx.net", "mail.com", "mail.ru", "yandex.com", "yandex.ru", "zoho.com", "qq.com", "163.com", "126.com", "naver.com",
            "docomo.ne.jp", "ezweb.ne.jp", "au.com", "softbank.ne.jp", "i.softbank.jp", "nifty.com", "biglobe.ne.jp", "so-net.ne.jp", "ocn.ne.jp", "plala.or.jp", "excite.co.jp", "goo.jp", "infoseek.jp",
        ], StringComparer.OrdinalIgnoreCase);
}
