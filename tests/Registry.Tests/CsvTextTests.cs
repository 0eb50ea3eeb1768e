using System.Globalization;
using Ceptoar.Registry.Import;
using Ceptoar.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Ceptoar.Registry.Tests;

public class CsvTextTests
{
    static readonly Gen<string> Cells = Gen.Elements("", " ", "港", "a,b", "say \"x\"", "two\nlines", "cr\rlf\r\n", "\"", ",", "'=x", "=1+1", "-", "@me", "'", "''+1", ";", "a;b", "\\", "\\;", "x\\").ListOf().Select(string.Concat);

    [Fact]
    public void What_is_written_is_read_again() =>
        Check.One(Seeded.Cases(500), Prop.ForAll(Cells.NonEmptyListOf().NonEmptyListOf().ToArbitrary(), records =>
        {
            var expected = records.Where(r => r.Count > 1 || r[0].Length > 0).Select(r => r.ToArray()).ToArray(); // a line without any character is none

            Assert.Equal(expected, CsvText.Read(string.Concat(expected.Select(CsvText.Write))).Select(l => l.Cells));
        }));

    [Fact]
    public void Several_values_and_guarded_cells_come_back_as_they_were() =>
        Check.One(Seeded.Cases(500), Prop.ForAll(Cells.ListOf().ToArbitrary(), values =>
        {
            string[] expected = [.. values.Select(v => v.Trim()).Where(v => v.Length > 0)];
            var guarded = CsvCell.Guarded(CsvCell.Join(expected));

            Assert.Equal(expected, CsvCell.Split(CsvCell.Unguarded(guarded)));
            Assert.False(guarded is ['=' or '+' or '-' or '@', ..]);
        }));

    [Theory]
    [InlineData("a,b\r\n\"x,y\n", "1:a|b 2:openQuote")]
    [InlineData("a,b\n\"x\"y,z\nc,d\n", "1:a|b 2:strayQuote 3:c|d")]
    [InlineData("a,b\nx\"y,z\nc,d", "1:a|b 2:strayQuote 3:c|d")]
    [InlineData("a,b\n\"x,y\nc,\"d\"\ne,f\n", "1:a|b 2:strayQuote 3:c|d 4:e|f")]
    [InlineData("\r\n\r\na,b\n\n\"c\nc\",d\ne,f", "3:a|b 5:c/c|d 7:e|f")]
    [InlineData("a,\n,b\n\"\",\"\"\"\"", "1:a| 2:|b 3:|\"")]
    [InlineData("", "")]
    public void Lines_keep_their_numbers_and_a_broken_one_spoils_no_other(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', CsvText.Read(text).Select(l => $"{l.Number.ToString(CultureInfo.InvariantCulture)}:{l.Fault ?? string.Join('|', l.Cells.Select(c => c.Replace('\n', '/')))}")));

    [Fact]
    public void A_file_of_open_quotes_is_given_up_soon() =>
        Assert.Equal(CsvText.MostFaults, CsvText.Read(string.Concat(Enumerable.Repeat("\"x,y\n", 100_000))).Count());
}
