using Ceptoar.Registry.Ceptoars;

namespace Ceptoar.Registry.Contacts;

/// <summary>The means by which an organisation is reached.</summary>
public static class Channel
{
    public const string Hub = "hub";
    public const string Mail = "mail";
    public const string Sms = "sms";
    public const string Telephone = "telephone";
    public const string Mobile = "mobile";
    public const string Fax = "fax";
    public const string Satellite = "satellite";
    public const string Web = "web";
    public const string Conference = "conference";

    public static IReadOnlyList<string> All { get; } = [Hub, Mail, Sms, Telephone, Mobile, Fax, Satellite, Web, Conference];

    /// <summary>Those at whose other end a number is called.</summary>
    public static bool TakesNumber(string channel) => channel is Sms or Telephone or Mobile or Fax or Satellite;

    public static string Name(string channel) => channel switch
    {
        Hub => "ハブ",
        Mail => "メール",
        Sms => "SMS",
        Telephone => "電話",
        Mobile => "携帯電話",
        Fax => "FAX",
        Satellite => "衛星電話",
        Web => "WEB",
        _ => "会議(電子会議室等)",
    };
}

/// <summary>The contact means of each CEPTOAR in its order, as the map of March 2014 lists them; the hub before all.</summary>
public static class ChannelTable
{
    static readonly Dictionary<string, string[]> Means = new()
    {
        ["telecom"] = [Channel.Mail, Channel.Telephone],
        ["cable"] = [Channel.Mail, Channel.Telephone],
        ["broadcasting"] = [Channel.Mail, Channel.Telephone, Channel.Fax, Channel.Web],
        ["banks"] = [Channel.Mail, Channel.Telephone, Channel.Web],
        ["securities"] = [Channel.Mail, Channel.Telephone, Channel.Fax, Channel.Web],
        ["life"] = [Channel.Mail, Channel.Telephone],
        ["general"] = [Channel.Mail, Channel.Telephone],
        ["aviation"] = [Channel.Mail, Channel.Telephone],
        ["rail"] = [Channel.Mail, Channel.Telephone],
        ["electricity"] = [Channel.Mail, Channel.Telephone, Channel.Mobile, Channel.Fax, Channel.Conference],
        ["gas"] = [Channel.Mail, Channel.Telephone, Channel.Mobile, Channel.Fax],
        ["local-government"] = [Channel.Mail, Channel.Telephone, Channel.Web],
        ["medical"] = [Channel.Mail, Channel.Telephone, Channel.Mobile, Channel.Satellite, Channel.Fax],
        ["water"] = [Channel.Mail, Channel.Telephone, Channel.Mobile, Channel.Satellite, Channel.Fax],
        ["logistics"] = [Channel.Mail, Channel.Telephone],
        // still being settled there (調整中): mail and telephone, which all the others have
        ["chemical"] = [Channel.Mail, Channel.Telephone],
        ["credit"] = [Channel.Mail, Channel.Telephone],
        ["petroleum"] = [Channel.Mail, Channel.Telephone],
    };

    /// <summary>The plan of a CEPTOAR: the channels to try, in this order.</summary>
    public static IReadOnlyList<string> Of(string ceptoar) => [Channel.Hub, .. Means[ceptoar]];

    /// <inheritdoc cref="Of(IEnumerable{string})"/>
    public static IReadOnlyList<string> Of(Organisations.Organisation organisation) => Of(organisation.Ceptoars.Concat(organisation.SecondHop));

    /// <summary>The plan of an organisation that has none of its own: that of its CEPTOARs, one after the other; of no CEPTOAR, mail and telephone.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> ceptoars)
    {
        var known = ceptoars.Where(c => CeptoarTable.Find(c) is not null).ToArray();
        return known.Length == 0 ? [Channel.Hub, Channel.Mail, Channel.Telephone] : [.. known.SelectMany(Of).Distinct()];
    }
}
