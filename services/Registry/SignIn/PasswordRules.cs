using Ceptoar.Hosting.Http;
using Ceptoar.Registry.People;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ceptoar.Registry.SignIn;

/// <summary>What a password must be (NIST SP 800-63B, 5.1.1.2): long, and none that comes to mind first; no rules of composition.</summary>
public static class PasswordRules
{
    public const int Min = 12;
    public const int Max = 200;

    /// <summary>What is common at this length; also with digits or signs behind it, and written twice.</summary>
    static readonly string[] Common =
    [
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "pass", "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc", "1qaz2wsx", "qazwsxedc", "q1w2e3r4t5y6", "abcdefghijkl",
        "abcdefghijklm", "letmein", "welcome", "iloveyou", "changeme", "administrator", "admin", "sunshine", "princess", "trustno", "dragon", "football", "baseball", "monkey", "superman",
        "sakura", "tokyo", "japan", "nippon", "nihon", "arigatou", "konnichiwa", "ceptoar", "ceptoarhub", "security",
    ];

    /// <returns>Null where it may be chosen.</returns>
    public static (string Ja, string En)? Problem(string password, string email, string name)
    {
        if (password.Length < Min) return ($"{Min} 文字以上としてください。", $"Must have at least {Min} characters.");
        if (password.Length > Max) return ($"{Max} 文字以内としてください。", $"Must have at most {Max} characters.");
        if (Holds(password, email) || Holds(password, email.Split('@')[0]) || Holds(password, name))
        {
            return ("メールアドレスや氏名を含めないでください。", "Must not hold the mail address or the name.");
        }

        return IsCommon(password.ToLowerInvariant()) ? ("よく使われるパスワードです。別のものを指定してください。", "Is one of the common ones; choose another.") : null;
    }

    /// <exception cref="ValidationException">It may not be chosen; names the field.</exception>
    public static void Refuse(string field, string password, Person person, PersonDetails details)
    {
        if (Problem(password, person.Email!, details.Name) is { } problem) throw new ValidationException([new(field, Problems.Say(problem.Ja, problem.En))]);
    }

    static bool Holds(string password, string what) =>
        what.Length >= 4 && Bare(password).Contains(Bare(what), StringComparison.OrdinalIgnoreCase);

    static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    static bool IsCommon(string password)
    {
        var bare = password.TrimEnd([.. "0123456789!?.,-_#$%&*+ "]);
        var half = bare[..(bare.Length / 2)];
        return Common.Contains(password) || Common.Contains(bare) || (half + half == bare && Common.Contains(half)) || password.Distinct().Count() < 4 || IsRun(password);
    }

    /// <summary>123456789012 or abcdefghijklm: each character one on from the one before.</summary>
    static bool IsRun(string password)
    {
        for (var i = 1; i < password.Length; i++)
        {
            var next = password[i] - password[i - 1];
            if (next != 1 && !(password[i - 1] == '9' && password[i] == '0')) return false;
        }

        return true;
    }
}

/// <summary>A hash that no password fits: an unknown mail address costs the same work as a known one.</summary>
public sealed class DecoyPassword(IOptions<PasswordHasherOptions> options)
{
    readonly string hash = new PasswordHasher<Person>(options).HashPassword(null!, Client.NewSecret());

    public void Check(IPasswordHasher<Person> hasher, string password) => hasher.VerifyHashedPassword(null!, hash, password);
}
