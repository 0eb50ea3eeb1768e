using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ceptoar.Distribution.Signing;
using Ceptoar.Hosting.Mail;
using Microsoft.Extensions.Options;

namespace Ceptoar.Distribution.Channels;

/// <summary>
/// What makes a mail's bounce find its dispatch: an envelope sender of its own (VERP), and a Message-ID that stays the same when the
/// mail is sent again. Both hold an HMAC, so that nobody can make up a bounce of what he did not get. The key comes from the one that signs advisories.
/// </summary>
public sealed partial class BounceAddress
{
    const int MarkLength = 16;
    readonly byte[] key;
    readonly MailAddress from;
    readonly MailAddress? bounces;

    public BounceAddress(IOptions<SigningSettings> signing, IOptions<SmtpSettings> smtp)
    {
        key = HKDF.DeriveKey(HashAlgorithmName.SHA256, File.ReadAllBytes(signing.Value.Key), 32, info: Encoding.ASCII.GetBytes("bounces"));
        from = new(smtp.Value.From);
        bounces = smtp.Value.Bounces.Length > 0 ? new(smtp.Value.Bounces) : null;
    }

    /// <summary>Where a mail comes back to; null where section <c>Smtp</c> names no address for it.</summary>
    public MailAddress? Of(long dispatch) => bounces is null ? null : new($"{bounces.User}+{dispatch}-{Mark("verp", dispatch)}@{bounces.Host}");

    /// <summary>With its angle brackets.</summary>
    public string MessageId(long dispatch) => $"<dispatch.{dispatch}.{Mark("id", dispatch)}@{from.Host}>";

    /// <summary>What a receiver knows a post again by; it tells nothing of how many others there are.</summary>
    public string WebhookId(long dispatch) => "msg_" + Mark("webhook", dispatch);

    /// <summary>The dispatch whose mail came back to an address; null where it is none of the hub's.</summary>
    public long? ByAddress(string text) => Verp().Matches(text).Select(m => Checked(m, "verp")).FirstOrDefault(d => d is not null);

    /// <summary>The dispatch of a Message-ID; null where it is none of the hub's.</summary>
    public long? ByMessageId(string text) => Id().Matches(text).Select(m => Checked(m, "id")).FirstOrDefault(d => d is not null);

    /// <summary>Stands for an address, so that it is known later whether a contact is still the same.</summary>
    public string MarkOf(string address) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("address " + address.ToLowerInvariant())))[..(2 * MarkLength)];

    long? Checked(Match match, string use) =>
        long.TryParse(match.Groups["dispatch"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var dispatch)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Mark(use, dispatch)), Encoding.ASCII.GetBytes(match.Groups["mark"].Value.ToLowerInvariant()))
            ? dispatch
            : null;

    string Mark(string use, long dispatch) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{use} {dispatch}")))[..MarkLength];

    [GeneratedRegex(@"\+(?<dispatch>[0-9]{1,18})-(?<mark>[0-9a-fA-F]{16})@", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Verp();

    [GeneratedRegex(@"dispatch\.(?<dispatch>[0-9]{1,18})\.(?<mark>[0-9a-fA-F]{16})@", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Id();
}
