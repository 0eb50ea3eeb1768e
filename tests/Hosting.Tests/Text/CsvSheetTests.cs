using System.Text;
using Ceptoar.Hosting.Text;

namespace Ceptoar.Hosting.Tests.Text;

public class CsvSheetTests
{
    [Theory]
    [InlineData("株式会社青葉", "株式会社青葉")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+81", "'+81")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("", "")]
    public void No_cell_is_calculated_and_none_runs_into_the_next(string text, string cell) => Assert.Equal(cell, CsvSheet.Cell(text));

    [Fact]
    public void A_sheet_begins_with_the_mark_of_UTF8_and_ends_each_row_as_the_standard_says() =>
        Assert.Equal([.. Encoding.UTF8.Preamble, .. "組織,件数\r\n\"a,b\",1\r\n"u8], CsvSheet.Of([["組織", "件数"], ["a,b", "1"]]));
}
