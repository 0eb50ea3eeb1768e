namespace Ceptoar.Registry.Mail;

/// <summary>Every mail that people get: Japanese first, then the same in English. A link carries its token behind the #, which no server and no log sees.</summary>
public static class Letters
{
    static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public static Letter Invitation(string name, string organisation, string link, DateTimeOffset expires) => Both(
        "CeptoarHub への招待 / Invitation to CeptoarHub", name,
        $"{organisation} の利用者として CeptoarHub に招待されました。次のリンクを開き、認証アプリとパスワードを登録してください。",
        $"You are invited to CeptoarHub as a user of {organisation}. Open this link to set up your authenticator app and your password.",
        link, expires);

    public static Letter Reset(string name, string link, DateTimeOffset expires) => Both(
        "パスワードの再設定 / Reset your password", name,
        "CeptoarHub のパスワードの再設定が申し込まれました。次のリンクを開き、認証アプリのコードまたは回復コードとともに新しいパスワードを登録してください。心当たりがない場合、何もする必要はありません。",
        "Someone asked to reset your password of CeptoarHub. Open this link and give a new password with a code of your authenticator app or a recovery code. If it was not you, there is nothing to do.",
        link, expires);

    public static Letter LockedOut(string name, DateTimeOffset until) => Both(
        "サインインの一時停止 / Sign-in is locked", name,
        $"誤ったパスワードまたはコードが続いたため、{Time(until)} までサインインできません。回復コードを使ったパスワードの再設定はすぐに行えます。心当たりがない場合は、組織の管理者に連絡してください。",
        $"After several wrong passwords or codes, sign-in is locked until {Time(until)}. You may reset your password with a recovery code at once. If it was not you, tell your organisation's manager.");

    public static Letter PasswordChanged(string name) => Both(
        "パスワードの変更 / Your password was changed", name,
        "CeptoarHub のパスワードが変更され、すべてのサインインが終了しました。心当たりがない場合は、ただちに組織の管理者に連絡してください。",
        "Your password of CeptoarHub was changed and all your sessions were ended. If it was not you, tell your organisation's manager at once.");

    public static Letter AttestationDue(string name, string organisation) => Both(
        "登録内容の確認のお願い / Please confirm your entries", name,
        $"CeptoarHub に登録されている {organisation} の内容(名称、連絡先、識別情報)が今も正しいことを、サインインして確認してください。",
        $"Please sign in to CeptoarHub and confirm that the entries of {organisation} (names, contacts, what identifies it) are still right.");

    static Letter Both(string subject, string name, string ja, string en) => new(subject, $"{name} 様\n\n{ja}\n\n----\n\nDear {name},\n\n{en}\n");

    static Letter Both(string subject, string name, string ja, string en, string link, DateTimeOffset expires) => Both(subject, name,
        $"{ja}\n\n{link}\n\nリンクは {Time(expires)} まで、一度だけ使えます。",
        $"{en}\n\n{link}\n\nThe link works once, until {Time(expires)}.");

    static string Time(DateTimeOffset at) => at.ToOffset(Japan).ToString("yyyy-MM-dd HH:mm 'JST'", System.Globalization.CultureInfo.InvariantCulture);
}
