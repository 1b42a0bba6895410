using Distribution.Web.Dispatches.Previews;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Tests.Dispatches.Previews;

public sealed class MailPreviewFormRuleTests
{
    [Theory]
    [InlineData(null, "", "Json")]
    [InlineData(null, "*/*", "Json")]
    [InlineData(null, "text/html,application/xhtml+xml,*/*;q=0.8", "Html")]
    [InlineData(null, "message/rfc822", "Mail")]
    [InlineData(null, "message/*;q=0.5, application/json;q=0.4", "Mail")]
    [InlineData(null, "image/png", "Json")]
    [InlineData("html", "application/json", "Html")]
    [InlineData("eml", "text/html", "Mail")]
    [InlineData("json", "text/html", "Json")]
    [InlineData("pdf", "text/html", null)]
    [InlineData("", "text/html", null)]
    public void The_address_decides_or_else_what_is_liked_best(string? format, string accept, string? expected)
    {
        var ranges = accept.Length == 0 ? [] : MediaTypeHeaderValue.ParseList(accept.Split(','));
        Assert.Equal(expected, MailPreviewFormRule.Choose(format, ranges)?.ToString());
    }
}
