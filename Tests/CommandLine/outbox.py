"""Mails that were set aside: listed without their text, and put back."""

from audit import run_sql


def what_was_set_aside_is_listed_and_put_back(program):
    program.run("migrate")
    for number, state in ((1, "quarantined"), (2, "quarantined"), (3, "done")):
        run_sql(
            program,
            "INSERT INTO outbox_message (id, topic, body, created_at, state, attempts, next_attempt_at, last_error) "
            f"VALUES ({number}, 'mail', 'maria@alfa.example', 1700000000000, '{state}', 4, 0, 'refused (550)')",
        )
    listed = program.run("outbox", "list").stdout
    assert listed.count("set aside\trefused (550)") == 2 and "maria" not in listed, listed
    first = listed.split()[0]
    program.run("outbox", "retry", status=64)
    program.run("outbox", "retry", first, "--all", status=64)
    assert "no message's id" in program.run("outbox", "retry", "x", status=64).stderr
    assert "1 messages are due again" in program.run("outbox", "retry", first).stderr
    assert "none was put back" in program.run("outbox", "retry", first, status=64).stderr
    assert "1 messages are due again" in program.run("outbox", "retry", "--all").stderr
    assert "set aside" not in program.run("outbox", "list").stdout
