namespace Ceptoar.Story;

/// <summary>Between: recipients answer, one asks back, and the reporter learns what became of its report.</summary>
public sealed partial class Play
{
    async Task Answers(HubClient reporter, string reportPath, string advisoryPath, DemoClient[] operators)
    {
        var useful = 0;
        foreach (var (operatorClient, n) in operators.Skip(1).Select((o, n) => (o, n)))
        {
            using var member = Client(operatorClient);
            var helps = n % 3 != 2;
            await member.Write(advisoryPath + "/answers", new { affected = n % 5 == 0 ? "investigating" : "no", useful = helps });
            useful += helps ? 1 : 0;
        }

        using var peer = Client(operators[1]);
        var question = await peer.Write(advisoryPath + "/questions", new { text = "UDP の宛先ポートは固定でしたか。" });
        var asked = await Until(reporter, reportPath + "/questions", q => q.GetProperty("items").EnumerateArray().Any(i => i.GetProperty("id").GetGuid() == question.GetProperty("id").GetGuid()));
        await reporter.Write($"{reportPath}/questions/{question.GetProperty("id").GetGuid()}/answer", new { answer = "checking" });
        var thread = await Until(peer, advisoryPath + "/questions", t => t.GetProperty("items").EnumerateArray().Any(i => i.GetProperty("replies").GetArrayLength() > 0));
        var reply = thread.GetProperty("items")[0].GetProperty("replies")[0];
        Say("質問", $"「{Text(asked.GetProperty("items")[0], "text")}」→ {Text(reply, "saidBy")}：「{Text(reply, "text")}」 / a question back, answered without a name");

        var told = await Until(reporter, reportPath, r => r.GetProperty("outcome") is { ValueKind: System.Text.Json.JsonValueKind.Object } o
            && o.GetProperty("confirmed").ToString() == operators.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) && o.GetProperty("useful").ToString() == useful.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Say("還元", $"報告者へ：{Text(told.GetProperty("outcome"), "sentence")} / the reporter learns what became of its report");
    }
}
