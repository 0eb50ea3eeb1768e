namespace Ceptoar.Registry.SignIn;

/// <summary>The settings of section <c>SignIn</c>.</summary>
public record SignInSettings
{
    /// <summary>A session that nobody used for so long is over.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Every session is over after this.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>For how long a browser may send a refresh cookie again whose successor did not reach it.</summary>
    public TimeSpan CookieLeeway { get; init; } = TimeSpan.FromSeconds(10);
    public TimeSpan InvitationLifetime { get; init; } = TimeSpan.FromDays(7);
    public TimeSpan ResetLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Passwords that one address may try within a minute, and as many times it may use or ask for a mailed link.</summary>
    public int AttemptsPerMinute { get; init; } = 30;
}
