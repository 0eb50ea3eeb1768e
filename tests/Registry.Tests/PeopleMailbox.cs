using System.Collections.Concurrent;
using System.Text;

namespace Ceptoar.Registry.Tests;

/// <summary>
/// The maildir in which the tests' mail server keeps what Registry sent: <c>TESTS_MAIL</c> is <c>host:port;folder</c>, as
/// <c>infra/backends.sh start</c> writes it to <c>secrets/tests-mail</c>.
/// </summary>
public static class Mailbox
{
    static readonly (string Host, string Port, string Folder) Access = Find();
    static readonly ConcurrentDictionary<string, string> Read = new(StringComparer.Ordinal);

    public static string Host => Access.Host;

    public static string Port => Access.Port;

    /// <summary>Waits for the newest mail to an address whose text says something, and returns the text.</summary>
    public static async Task<string> MailTo(string address, string says)
    {
        string? found = null;
        await RegistryFixture.Until(() => Task.FromResult((found = MailsTo(address).LastOrDefault(m => m.Contains(says, StringComparison.Ordinal))) is not null), "No such mail came.");
        return found!;
    }

    /// <summary>The texts of all mails to an address until now, oldest first.</summary>
    public static IEnumerable<string> MailsTo(string address)
    {
        var folder = Path.Combine(Access.Folder, "new");
        if (!Directory.Exists(folder)) return [];

        return from file in Directory.GetFiles(folder).OrderBy(f => File.GetLastWriteTimeUtc(f))
               let mail = Read.GetOrAdd(file, File.ReadAllText)
               where mail.Contains($"\nX-RcptTo: {address}\n", StringComparison.OrdinalIgnoreCase)
               select Text(mail);
    }

    static string Text(string mail)
    {
        var body = mail[(mail.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(body.Where(c => !char.IsWhiteSpace(c))))).ReplaceLineEndings("\n");
    }

    static (string, string, string) Find()
    {
        var access = Environment.GetEnvironmentVariable("TESTS_MAIL") is { Length: > 0 } told ? told : File.ReadAllText(Path.Combine(Repository(), ".run", "test-backends", "secrets", "tests-mail"));
        var parts = access.Trim().Split(';');
        var server = parts[0].Split(':');
        return (server[0], server[1], parts[1]);
    }

    static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CeptoarHub.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("CeptoarHub.sln is nowhere above the tests.");
        return folder.FullName;
    }
}
