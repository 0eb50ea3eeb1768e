using Ceptoar.AnonymiseEval;

namespace Ceptoar.Anonymisation.Tests;

public class EvalInputTests
{
    [Fact]
    public void Lines_that_are_no_report_are_told_with_their_number()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(path, ["""{"id":"a","text":"本文"}""", "", "{", "null", """{"id":"b"}""", """{"id":"c","text":"","reporter":{"aliases":[null]},"more":1}"""]);
            Assert.Equal([(1, "a"), (3, null), (4, null), (5, null), (6, "c")], EvalInput.Reports(path).Select(r => (r.Line, r.Report?.Id)));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
