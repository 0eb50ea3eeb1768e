using Microsoft.EntityFrameworkCore;

namespace Ceptoar.Registry.Contacts;

/// <summary>Whether what was last sent to a desk, an executive or a person arrived. Of a channel the plan itself keeps it.</summary>
public class ContactTrial
{
    public const string Desk = "desk";
    public const string Executive = "executive";

    public required Guid OrganisationId { get; init; }

    /// <summary><see cref="Desk"/>, <see cref="Executive"/> or one of <see cref="Person"/>.</summary>
    public required string Contact { get; init; }
    public DateTimeOffset TestedAt { get; private set; }

    /// <summary>One of <see cref="OrganisationChannel.TestResults"/>.</summary>
    public string Result { get; private set; } = "";
    public bool Bouncing => Result == OrganisationChannel.Bounced;

    public static string Person(Guid id) => $"person:{id}";

    public void Tested(string result, DateTimeOffset at) => (Result, TestedAt) = (result, at);
}

public static class ContactTrials
{
    /// <summary>The trial of a contact, made where there was none; the caller saves.</summary>
    public static async Task<ContactTrial> TrialOf(this RegistryDb db, Guid organisationId, string contact, CancellationToken ct) =>
        await db.ContactTrials.FindAsync([organisationId, contact], ct) ?? db.ContactTrials.Add(new() { OrganisationId = organisationId, Contact = contact }).Entity;

    /// <summary>A contact has another address: nothing is known of it.</summary>
    public static Task ForgetTrial(this RegistryDb db, Guid organisationId, string contact, CancellationToken ct) =>
        db.ContactTrials.Where(t => t.OrganisationId == organisationId && t.Contact == contact).ExecuteDeleteAsync(ct);
}
