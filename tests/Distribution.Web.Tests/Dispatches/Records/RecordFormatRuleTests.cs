using Distribution.Web.Dispatches.Records;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Tests.Dispatches.Records;

public sealed class RecordFormatRuleTests
{
    [Theory]
    [InlineData(null, "", "Json")]
    [InlineData(null, "*/*", "Json")]
    [InlineData(null, "application/json", "Json")]
    [InlineData(null, "text/csv", "Csv")]
    [InlineData(null, "TEXT/CSV; charset=utf-8", "Csv")]
    [InlineData(null, "text/*", "Csv")]
    [InlineData(null, "text/csv, */*;q=0.5", "Csv")]
    [InlineData(null, "*/*;q=0.5, application/json;q=0.1", "Csv")]
    [InlineData(null, "text/csv, application/json", "Json")]
    [InlineData(null, "text/csv;q=0.4, application/json;q=0.5", "Json")]
    [InlineData(null, "text/csv;q=0, */*", "Json")]
    [InlineData(null, "text/html", "Json")]
    [InlineData("csv", "application/json", "Csv")]
    [InlineData("json", "text/csv", "Json")]
    [InlineData("xlsx", "text/csv", null)]
    [InlineData("", "text/csv", null)]
    public void The_address_decides_or_else_what_is_liked_better(string? format, string accept, string? expected)
    {
        var ranges = accept.Length == 0 ? [] : MediaTypeHeaderValue.ParseList([accept]);
        Assert.Equal(expected, RecordFormatRule.Choose(format, ranges)?.ToString());
    }
}
