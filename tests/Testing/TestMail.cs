using Ceptoar.Story;

namespace Ceptoar.Testing;

/// <summary>The mail server of the tests: <c>TESTS_MAIL</c> is <c>host:port;folder</c>, as <c>infra/backends.sh start</c> writes it to <c>secrets/tests-mail</c>.</summary>
public static class TestMail
{
    static readonly string[] Access = Environment.GetEnvironmentVariable("TESTS_MAIL") is { Length: > 0 } told
        ? told.Trim().Split(':', ';')
        : throw new InvalidOperationException("TESTS_MAIL names no mail server: run `make test`, or `infra/backends.sh start` and set it as that says.");

    public static string Host => Access[0];

    public static string Port => Access[1];

    /// <summary>What it took.</summary>
    public static Maildir Box { get; } = new(Access[2]);
}
