using Ceptoar.Distribution.Advisories;
using Ceptoar.Distribution.Deliveries;
using Ceptoar.Distribution.Drills;
using Ceptoar.Hosting.Http;
using Ceptoar.Hosting.Text;
using Microsoft.Net.Http.Headers;

namespace Ceptoar.Distribution.Calls;

/// <summary>The call list as CSV for a spreadsheet.</summary>
public static class CallSheet
{
    /// <summary>Whether CSV is what the caller wants: by <c>?format=csv</c>, or by <c>Accept</c> before JSON.</summary>
    /// <exception cref="FluentValidation.ValidationException">Another format is asked for.</exception>
    public static bool IsWanted(HttpRequest request, string? format) => format switch
    {
        "csv" => true,
        "json" => false,
        null => request.GetTypedHeaders().Accept.Where(a => (a.Quality ?? 1) > 0).OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.Value)
            .FirstOrDefault(t => t is CsvSheet.MediaType or "application/json" or "*/*") == CsvSheet.MediaType,
        _ => throw new FluentValidation.ValidationException([new("format", Problems.Say("csv または json を指定してください。", "Must be csv or json."))]),
    };

    /// <summary>A line for each that is silent.</summary>
    public static byte[] Csv(ListCalls.View list) => CsvSheet.Of(list.Silent.Select(Cells).Prepend(Heads(list.Drill)));

    static string[] Heads(bool drill) =>
    [
        DrillMark.Say(drill) + Problems.Say("組織", "organisation"), Problems.Say("状況", "state"), Problems.Say("時刻", "since"), Problems.Say("再通知", "reminded"), Problems.Say("最後の連絡手段", "last call by"), Problems.Say("連絡の結果", "reached"),
        Problems.Say("連絡者", "called by"), Problems.Say("連絡時刻", "called at"), Problems.Say("今回の結果", "result now"), Problems.Say("今回の時刻", "time now"),
    ];

    static string[] Cells(SilentOne silent) =>
    [
        silent.Name, LightRendition.Standing(silent.State), LightRendition.Time(silent.At), silent.RemindedAt is { } reminded ? LightRendition.Time(reminded) : "", silent.LastCall?.Channel ?? "",
        silent.LastCall is null ? "" : silent.LastCall.Reached ? Problems.Say("連絡済み", "reached") : Problems.Say("不通", "not reached"), silent.LastCall?.By ?? "", silent.LastCall is { } call ? LightRendition.Time(call.At) : "", "", "",
    ];
}
