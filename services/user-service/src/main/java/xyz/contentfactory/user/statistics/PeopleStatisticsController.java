package xyz.contentfactory.user.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The numbers of an admin's dashboard that are about people.
@RestController
@RequestMapping("/api/v1/statistics")
@Tag(name = "statistics", description = "Numbers for the dashboard of an admin")
public final class PeopleStatisticsController {
  private final PeopleStatistics statistics;

  public PeopleStatisticsController(PeopleStatistics statistics) {
    this.statistics = statistics;
  }

  @GetMapping("/people")
  @Operation(
      operationId = "peopleStatistics",
      summary = "How many people there are, by role; for admins")
  PeopleStatistics.People people() {
    return statistics.now();
  }
}
