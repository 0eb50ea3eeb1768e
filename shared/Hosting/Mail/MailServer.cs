using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Ceptoar.Hosting.Mail;

/// <summary>How sending something ended: taken, refused for good, or to be tried again.</summary>
public enum Outcome
{
    Done,
    Refused,
    Later,
}

/// <summary>What a mail server answered.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Code">SMTP status; null where it answered nothing.</param>
/// <param name="Status">Enhanced status of RFC 3463, such as 5.1.1; null where it told none.</param>
public record MailAnswer(Outcome Outcome, int? Code = null, string? Status = null);

/// <summary>One exchange with the mail server of section <c>Smtp</c>. What the server says in words is kept nowhere, for it may quote the address.</summary>
public sealed partial class MailServer(IOptions<SmtpSettings> settings)
{
    /// <summary>Whether there is one.</summary>
    public bool IsThere => settings.Value.Host.Length > 0;

    public async Task<MailAnswer> Send(MailMessage message, CancellationToken ct)
    {
        var server = settings.Value;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(server.Patience);
        try
        {
            using var smtp = new SmtpClient(server.Host, server.Port) { EnableSsl = server.Tls };
            if (server.User is { Length: > 0 } user) smtp.Credentials = new NetworkCredential(user, server.Password);
            message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no absence notes in return
            await smtp.SendMailAsync(message, patience.Token);
            return new(Outcome.Done, 250);
        }
        catch (SmtpException e)
        {
            var code = (int)e.StatusCode;
            return new(code >= 500 ? Outcome.Refused : Outcome.Later, code > 0 ? code : null, Enhanced().Match(e.Message) is { Success: true } told ? told.Value : null);
        }
        catch (Exception e) when (e is AuthenticationException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new(Outcome.Later);
        }
    }

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Enhanced();
}

/// <summary>How long to wait before the next attempt.</summary>
public static class Backoff
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <param name="attempts">So many there were, from 1.</param>
    /// <param name="first">After the first attempt so long; twice as long each time, half an hour at most.</param>
    public static TimeSpan After(int attempts, TimeSpan first) => attempts > 30 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, first.Ticks * (1L << Math.Max(0, attempts - 1))));
}
