using Ceptoar.Hosting.Sealing;

namespace Ceptoar.Registry.Mail;

/// <summary>Posts mail with the transaction of the work that it tells of; <see cref="SendMail"/> sends it.</summary>
public sealed class Mailer(RegistryDb db, PeopleSealer sealer, TimeProvider clock)
{
    /// <param name="to">Null for a mail that goes nowhere: it costs the sender of a request what a true one costs.</param>
    /// <param name="letter">What it says.</param>
    public void Post(string? to, Letter letter)
    {
        var now = clock.GetUtcNow();
        db.Add(new OutgoingMail { Sealed = sealer.Seal(new Envelope(to, letter)).Sealed, PostedAt = now, DueAt = now });
    }
}

/// <summary>A mail in plain text, Japanese and English.</summary>
public record Letter(string Subject, string Body);

/// <summary>What is sealed of a mail that waits.</summary>
public record Envelope(string? To, Letter Letter);

/// <summary>A mail that waits to be sent.</summary>
public class OutgoingMail
{
    public long Id { get; private set; }

    /// <summary><see cref="Envelope"/>, sealed.</summary>
    public required string Sealed { get; init; }
    public required DateTimeOffset PostedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public int Attempts { get; init; }
}
