namespace Ceptoar.Registry.Mail;

/// <summary>The settings of section <c>Smtp</c>: the server that takes the hub's mail. Without a host, mail waits.</summary>
public record SmtpSettings
{
    public string Host { get; init; } = "";
    public int Port { get; init; } = 25;
    public string From { get; init; } = "hub@ceptoarhub.example";

    /// <summary>STARTTLS; needed by any server that is not on this machine.</summary>
    public bool Tls { get; init; }
    public string? User { get; init; }
    public string? Password { get; init; }
}
