using Ceptoar.Contracts;
using Ceptoar.Drills.Runs;
using Ceptoar.Hosting.Http;
using FluentValidation;

namespace Ceptoar.Drills.Campaigns;

/// <summary>A campaign as the centre writes it.</summary>
public record CampaignInput
{
    /// <summary>The fiscal year (年度), 2000 to 2100.</summary>
    public int? Year { get; init; }
    public Wording? Title { get; init; }
    public Wording? Aims { get; init; }

    /// <summary>What a drill says unless its CEPTOAR says it otherwise.</summary>
    public DrillTextInput? Text { get; init; }

    /// <summary>CLEAR, GREEN or AMBER: what a drill has unless it is said otherwise when it is planned, as what follows.</summary>
    public Tlp? Tlp { get; init; }
    public bool? TwoWay { get; init; }
    public bool? WithoutLiaison { get; init; }
    public bool? ContentInMail { get; init; }

    /// <summary>Channels its drills do without: hub, mail, webhook, sms, telephone, mobile.</summary>
    public string[]? ChannelsOff { get; init; }

    public class Validator : AbstractValidator<CampaignInput>
    {
        public Validator()
        {
            RuleFor(c => c.Year).NotNull().InclusiveBetween(2000, 2100);
            RuleFor(c => c.Title).Says();
            RuleFor(c => c.Title).AtMost(200);
            RuleFor(c => c.Aims).AtMost(4_000);
            RuleFor(c => c.Tlp).IsOfADrill();
            RuleForEach(c => c.ChannelsOff).NotNull().OneOf(DrillRules.Channels);
            RuleFor(c => c.Text!).SetValidator(new DrillTextInput.Validator()).When(c => c.Text is not null);
        }
    }
}
