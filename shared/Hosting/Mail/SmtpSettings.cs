namespace Ceptoar.Hosting.Mail;

/// <summary>The settings of section <c>Smtp</c>: the server that takes the hub's mail. Without a host, mail waits.</summary>
public record SmtpSettings
{
    public string Host { get; init; } = "";
    public int Port { get; init; } = 25;
    public string From { get; init; } = "hub@ceptoarhub.example";

    /// <summary>Where mail that cannot be delivered comes back to, such as <c>bounces@ceptoarhub.example</c>: each mail about an advisory gets an address of its own made from it. Empty: <see cref="From"/>.</summary>
    public string Bounces { get; init; } = "";

    /// <summary>STARTTLS; needed by any server that is not on this machine.</summary>
    public bool Tls { get; init; }
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>After this a server that does not answer is left.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
