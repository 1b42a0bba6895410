using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Distribution.Mail.Dkim;

namespace Distribution.Tests.Mail.Dkim;

/// <summary>The first rows are the example of RFC 6376, section 3.4.5.</summary>
public sealed class RelaxedFormTests
{
    [Theory]
    [InlineData("A: X\r\n", "a:X")]
    [InlineData("B : Y\t\r\n\tZ  \r\n", "b:Y Z")]
    [InlineData("List-Id:\r\n <press.example.org>\r\n", "list-id:<press.example.org>")]
    [InlineData("Subject: a: b\r\n", "subject:a: b")]
    public void A_header_loses_its_folds_and_needless_white_space(string field, string relaxed)
    {
        ArrayBufferWriter<byte> output = new();

        RelaxedForm.AppendHeader(Encoding.ASCII.GetBytes(field), output);

        Assert.Equal(relaxed, Encoding.ASCII.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData(" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n")]
    [InlineData("as it is\r\n\r\nin lines\r\n", "as it is\r\n\r\nin lines\r\n")]
    [InlineData("without an end", "without an end\r\n")]
    [InlineData("\r\n\r\nempty lines first\r\n", "\r\n\r\nempty lines first\r\n")]
    [InlineData("a\r\n \t \r\nb  c\r\n", "a\r\n\r\nb c\r\n")]
    [InlineData("last  \r\n \r\n", "last\r\n")]
    [InlineData("\r\n\r\n", "")]
    [InlineData("", "")]
    public void A_body_is_hashed_in_its_relaxed_form(string body, string relaxed) =>
        Assert.Equal(SHA256.HashData(Encoding.ASCII.GetBytes(relaxed)), RelaxedForm.HashBody(Encoding.ASCII.GetBytes(body)));
}
