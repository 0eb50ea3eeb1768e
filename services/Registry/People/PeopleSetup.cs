using Ceptoar.Hosting.Mail;
using Ceptoar.Hosting.Sealing;
using Ceptoar.Registry.Handling;
using Ceptoar.Registry.Mail;
using Ceptoar.Registry.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ceptoar.Registry.People;

public static class PeopleSetup
{
    /// <summary>The tables of people, their sign-in and their mail. Of what ASP.NET Core Identity knows of a person, what the hub has no use for has no column.</summary>
    public static void HasPeople(this ModelBuilder model)
    {
        model.Entity<Person>(person =>
        {
            person.HasKey(p => p.Id);
            person.Property(p => p.Number).UseIdentityAlwaysColumn();
            person.Ignore(p => p.UserName).Ignore(p => p.NormalizedUserName).Ignore(p => p.EmailConfirmed).Ignore(p => p.PhoneNumber).Ignore(p => p.PhoneNumberConfirmed);
            person.Ignore(p => p.LockoutEnabled).Ignore(p => p.ConcurrencyStamp).Ignore(p => p.MaySignIn).Ignore(p => p.State);
        });
        model.Entity<MailedLink>().HasKey(l => l.TokenHash);
        model.Entity<Session>().HasKey(s => s.Id);
        model.Entity<RefreshToken>(token =>
        {
            token.HasKey(t => t.Hash);
            token.HasOne<Session>().WithMany().HasForeignKey(t => t.SessionId); // both are new at once: the session is saved first
        });
        model.Entity<OutgoingMail>(mail =>
        {
            mail.HasKey(m => m.Id);
            mail.Property(m => m.Id).UseIdentityAlwaysColumn();
        });
        model.Entity<RosterEntry>().HasKey(e => e.Id);
        model.Entity<RosterAbsence>().HasKey(a => a.Id);
        model.Entity<OrganisationContacts>().HasKey(c => c.OrganisationId);
        model.Entity<HandlingRulesAcceptance>().HasKey(a => new { a.OrganisationId, a.Version });
    }

    /// <summary>People, their sign-in and their mail.</summary>
    public static void AddPeople(this IHostApplicationBuilder builder)
    {
        builder.AddPeopleSealer();
        builder.Services.AddIdentityCore<Person>().AddUserStore<PersonStore>();
        // what a mail address, a name and a password must be, the slices say, naming the field
        builder.Services.RemoveAll<IUserValidator<Person>>();
        builder.Services.RemoveAll<IPasswordValidator<Person>>();
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000); // OWASP, PBKDF2-HMAC-SHA512
        builder.Services.AddOptions<SignInSettings>().BindConfiguration("SignIn");
        builder.Services.AddOptions<SmtpSettings>().BindConfiguration("Smtp");
        builder.Services.AddSingleton<MailServer>();
        builder.Services.AddSingleton<AttemptLimiter>();
        builder.Services.AddSingleton<DecoyPassword>();
        builder.Services.AddScoped<AccessTickets>();
        builder.Services.AddScoped<Sessions>();
        builder.Services.AddScoped<SecondFactor>();
        builder.Services.AddScoped<MailedLinks>();
        builder.Services.AddScoped<Mailer>();
        builder.Services.AddHostedService<SendMail>();
    }
}
