using System.Text.Json.Nodes;
using Distribution.Mail.Smtp;

namespace Distribution.Tests.Deployment;

public sealed class HostFileTests
{
    private readonly JsonNode host = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")))!;

    [Fact]
    public void An_instance_takes_messages_for_all_connections_while_as_many_are_at_work()
    {
        Assert.Equal(new MailOptions().Connections, (int)Queues["batchSize"]!);
        Assert.Equal(new MailOptions().Connections, (int)Queues["newBatchThreshold"]!);
    }

    [Fact]
    public void Messages_are_plain_text_as_the_application_writes_them() => Assert.Equal("none", (string)Queues["messageEncoding"]!);

    [Fact]
    public void Paths_have_no_prefix() => Assert.Equal("", (string)host["extensions"]!["http"]!["routePrefix"]!);

    private JsonNode Queues => host["extensions"]!["queues"]!;
}
